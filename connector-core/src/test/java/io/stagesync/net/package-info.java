/** What both adapters rest on when they talk over HTTP. */
@NullMarked
package io.stagesync.net;

import org.jspecify.annotations.NullMarked;
