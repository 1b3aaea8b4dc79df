/** Tests of what new values of a picklist may have been called before. */
@NullMarked
package io.stagesync.mapping.rename;

import org.jspecify.annotations.NullMarked;
