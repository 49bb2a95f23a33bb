/**
 * The seam between what layers compute and how. {@link org.zfscope.models.compute.Engine} is what an engine can do;
 * {@link org.zfscope.models.compute.Maps} and {@link org.zfscope.models.compute.Weights} are what it works on. Layouts,
 * prepared filters and native libraries stay behind it; plain Java loops that serve every engine stand here too.
 */
@NullMarked
package org.zfscope.models.compute;

import org.jspecify.annotations.NullMarked;
