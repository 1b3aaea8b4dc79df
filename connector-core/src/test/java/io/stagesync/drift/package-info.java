@NullMarked
package io.stagesync.drift;

import org.jspecify.annotations.NullMarked;
