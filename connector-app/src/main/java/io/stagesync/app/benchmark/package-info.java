/** What a run costs against simulated CRMs that are as slow and as strict as the real ones. */
@NullMarked
package io.stagesync.app.benchmark;

import org.jspecify.annotations.NullMarked;
