#!/usr/bin/env bash
# resvg 2.6.2 (npm, @resvg/resvg-js), which many tools draw SVG figures with.
# Guessed: a small picture (a feature map, a heat map) that an SVG enlarges with image-rendering: pixelated, the word of CSS that
# browsers heed, keeps its pixels as squares.
# Seen: it is blurred, without a warning, as if nothing had been said: two pixels, black and white, become a ramp. Only the old
# word of SVG, optimizeSpeed, keeps them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @resvg/resvg-js@2.6.2 pngjs@7.0.0 >/dev/null 2>&1
cat >enlarge.js <<'JS'
const {Resvg} = require('@resvg/resvg-js');
const {PNG} = require('pngjs');

const two = new PNG({width: 2, height: 1});
two.data.set([0, 0, 0, 255, 255, 255, 255, 255]);
const address = 'data:image/png;base64,' + PNG.sync.write(two).toString('base64');

for (const word of ['pixelated', 'optimizeSpeed']) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="10">
        <image width="20" height="10" preserveAspectRatio="none" style="image-rendering:${word}" xlink:href="${address}"/></svg>`;
    const pixels = new Resvg(svg).render().pixels;
    const row = Array.from({length: 20}, (_, x) => pixels[(5 * 20 + x) * 4]);
    console.log(word, new Set(row).size, 'shades');
}
JS
seen=$(node enlarge.js)
echo "$seen"
[ "$seen" = "$(printf 'pixelated 14 shades\noptimizeSpeed 2 shades')" ]
echo "as it was found"
