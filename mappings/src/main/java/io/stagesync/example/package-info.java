/**
 * What the tests of a mapping file say: an example of a pair, and what is to become of it. Values
 * only, in the words of whoever wrote them; nothing is decided here.
 */
@NullMarked
package io.stagesync.example;

import org.jspecify.annotations.NullMarked;
