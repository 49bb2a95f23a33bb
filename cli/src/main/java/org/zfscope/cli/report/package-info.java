/** What the report asks a network, and the page that it becomes. */
@NullMarked
package org.zfscope.cli.report;

import org.jspecify.annotations.NullMarked;
