/**
 * What both adapters need to talk over HTTP, once: a deadline for a whole exchange, one caller at a
 * time who renews a token, a count of calls, what may be logged and which addresses may be called.
 */
@NullMarked
package io.stagesync.net;

import org.jspecify.annotations.NullMarked;
