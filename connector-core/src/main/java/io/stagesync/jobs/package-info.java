/** The alarm clock: when a run begins. The one place that knows Quartz. */
@NullMarked
package io.stagesync.jobs;

import org.jspecify.annotations.NullMarked;
