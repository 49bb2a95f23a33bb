package org.zfscope.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The numbers that an option takes, both ends among them. What is infinite or no number never is. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Range {

    double min();

    double max();

    /** Whether {@link #max} itself is too much. */
    boolean below() default false;

    /** Whether 0 is taken where it lies in the range. */
    boolean zero() default true;
}
