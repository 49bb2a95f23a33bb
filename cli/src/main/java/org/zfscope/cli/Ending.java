package org.zfscope.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the names of files that an option writes may end in. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Ending {

    String[] value();

    /** An option with which the name is a folder's; none if it never is. */
    String unless() default "";
}
