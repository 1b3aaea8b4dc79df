/** When runs begin. Quartz is the alarm clock, and only here; exclusion is the store's. */
@NullMarked
package io.stagesync.jobs;

import org.jspecify.annotations.NullMarked;
