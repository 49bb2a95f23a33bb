/** Test pictures drawn by formula: nobody's photographs, of any size, and with known edges, colours and frequencies. */
@NullMarked
package org.zfscope.viz.chart;

import org.jspecify.annotations.NullMarked;
