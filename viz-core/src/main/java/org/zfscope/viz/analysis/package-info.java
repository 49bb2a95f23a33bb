/** What the paper measures with a network and its projections: one readable class each. */
@NullMarked
package org.zfscope.viz.analysis;

import org.jspecify.annotations.NullMarked;
