package org.zfscope.models.load.onnx;

/** Something that a graph may well do, but that zfscope has no layer for: the network may be good up to there. */
final class NoLayerException extends IllegalArgumentException {

    NoLayerException(String message) {
        super(message);
    }
}
