/**
 * The Jupyter wire protocol, version 5.3, for either side of it: the {@link
 * org.knudsen.jupyter.wire.ConnectionFile} names the channels and the key, the {@link
 * org.knudsen.jupyter.wire.Signer} made from it signs, and a {@link
 * org.knudsen.jupyter.wire.WireMessage} goes to frames and back.
 */
package org.knudsen.jupyter.wire;
