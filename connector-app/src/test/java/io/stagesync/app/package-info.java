/** The house rules as tests, and the launcher's own test. */
@NullMarked
package io.stagesync.app;

import org.jspecify.annotations.NullMarked;
