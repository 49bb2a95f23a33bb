/**
 * Scans on Apache Spark: {@link org.zfscope.cluster.Top9Job} is what {@code spark-submit} starts. {@link
 * org.zfscope.cluster.Pictures} are read from any Hadoop file system, {@link org.zfscope.cluster.Scanning} makes an index
 * of each part of them, and indexes are merged as those of parts always are.
 */
@NullMarked
package org.zfscope.cluster;

import org.jspecify.annotations.NullMarked;
