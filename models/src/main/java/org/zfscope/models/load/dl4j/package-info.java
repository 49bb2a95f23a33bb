/** The zips of DL4J's ModelSerializer, and networks described by DL4J's configurations. */
@NullMarked
package org.zfscope.models.load.dl4j;

import org.jspecify.annotations.NullMarked;
