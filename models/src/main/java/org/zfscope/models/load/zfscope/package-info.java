/**
 * Networks in zfscope's own files: any network that can be opened, whatever its file was, with its preprocessing, its
 * classes' names, and who says so. docs/model-files.md describes them.
 */
@NullMarked
package org.zfscope.models.load.zfscope;

import org.jspecify.annotations.NullMarked;
