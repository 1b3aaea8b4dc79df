/** Files that mend what a CRM lacks, as an admin gets them. */
@NullMarked
package io.stagesync.app.fixes;

import org.jspecify.annotations.NullMarked;
