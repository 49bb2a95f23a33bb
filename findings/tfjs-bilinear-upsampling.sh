#!/usr/bin/env bash
# TensorFlow.js 4.22.0 (npm, @tensorflow/tfjs).
# Guessed: its UpSampling2D gives what Keras' layer of that name gives for the same configuration.
# Seen: with interpolation 'bilinear' the row 1 2 becomes 1 1.5 2 2. Keras (since TensorFlow 2.0, and 3.x) puts the centres of
# pixels on top of each other, which gives 1 1.25 1.75 2. A network moved between the two answers otherwise, with no warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tensorflow/tfjs@4.22.0 >/dev/null 2>&1
cat >upsample.js <<'JS'
const tf = require('@tensorflow/tfjs');

(async () => {
    await tf.setBackend('cpu');
    const row = tf.tensor4d([1, 2], [1, 1, 2, 1]);
    const upsampled = tf.layers.upSampling2d({size: [1, 2], interpolation: 'bilinear'}).apply(row);
    console.log('bilinear', Array.from(await upsampled.data()).join(' '));
})();
JS
seen=$(node upsample.js 2>/dev/null | grep '^bilinear')
echo "$seen"
[ "$seen" = "bilinear 1 1.5 2 2" ]
echo "as it was found"
