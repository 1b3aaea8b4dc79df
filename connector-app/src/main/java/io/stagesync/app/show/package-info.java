/** What people and programs are shown of a result: text and JSON. */
@NullMarked
package io.stagesync.app.show;

import org.jspecify.annotations.NullMarked;
