@NullMarked
package io.stagesync.proof;

import org.jspecify.annotations.NullMarked;
