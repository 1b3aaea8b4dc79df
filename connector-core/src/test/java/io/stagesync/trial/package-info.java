/** Tests of putting tests. */
@org.jspecify.annotations.NullMarked
package io.stagesync.trial;
