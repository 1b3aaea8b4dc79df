@NullMarked
package io.stagesync.app.dictionary;

import org.jspecify.annotations.NullMarked;
