/** HDF5 files from strangers: groups, attributes and arrays of numbers, read through jhdf with bounds. */
@NullMarked
package org.zfscope.models.load.hdf5;

import org.jspecify.annotations.NullMarked;
