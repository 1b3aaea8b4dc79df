/** A plan as a file: saved to be applied later, or opened in a spreadsheet. */
@NullMarked
package io.stagesync.app.plan;

import org.jspecify.annotations.NullMarked;
