/** The meaning of a mapping file: immutable values, free of the file's syntax. */
@NullMarked
package io.stagesync.mapping;

import org.jspecify.annotations.NullMarked;
