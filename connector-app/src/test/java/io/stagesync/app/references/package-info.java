/** Words in exported Salesforce projects: what counts, what does not, what is not read. */
@NullMarked
package io.stagesync.app.references;

import org.jspecify.annotations.NullMarked;
