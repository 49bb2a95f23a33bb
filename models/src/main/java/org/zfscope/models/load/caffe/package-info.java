/**
 * Caffe's models: a net in protobuf's text form with weights in protobuf's binary form or in HDF5, or both in one binary file.
 * Text and binary become the same {@link org.zfscope.models.load.caffe.CaffeMessage}s; nets of all of Caffe's ages become the
 * same {@link org.zfscope.models.load.caffe.CaffeLayer}s.
 */
@NullMarked
package org.zfscope.models.load.caffe;

import org.jspecify.annotations.NullMarked;
