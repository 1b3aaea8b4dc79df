/** Whether everything is well: what the last runs did, and whether both CRMs can be worked with. */
@NullMarked
package io.stagesync.app.health;

import org.jspecify.annotations.NullMarked;
