/** Where the program begins. */
@NullMarked
package io.stagesync.app;

import org.jspecify.annotations.NullMarked;
