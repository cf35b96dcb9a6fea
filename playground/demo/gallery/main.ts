// `npm run gallery`: plays what is needed, takes a picture of every answer in every look, and writes docs/gallery.md.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startPage } from '../../page/server.ts';
import { INVITED_WITH } from '../town.ts';
import { Camera, cameraIsMissing, looks } from './camera.ts';
import { cataloguePage, fileOf, LARGEST_BYTES } from './catalogue.ts';
import { packed } from './png.ts';
import { rooms } from './rooms.ts';
import { GalleryTown } from './town.ts';

const DOCS = fileURLToPath(new URL('../../../docs/', import.meta.url));

/** Takes all pictures, or those whose names begin like one of these. */
async function takePictures(beginnings: readonly string[]): Promise<void> {
  const gallery = await GalleryTown.open();
  const page = await startPage({ discord: gallery.discord, port: 0, invitedWith: INVITED_WITH });
  const camera = await Camera.open(page.url, gallery.discord.world.now());
  const files = new Set<string>();
  let total = 0;
  try {
    for (const picture of rooms.flatMap(({ pictures }) => pictures)) {
      const shot = await picture.play(gallery);
      for (const { name } of looks) files.add(fileOf(picture, name));
      if (!beginnings.some((beginning) => picture.name.startsWith(beginning))) continue;
      const sizes = await Promise.all(
        looks.map(async (look) => {
          const file = fileOf(picture, look.name);
          const png = packed(await camera.take(shot, look));
          if (png.length > LARGEST_BYTES) throw new Error(`${file} would have ${png.length} bytes`);
          writeFileSync(DOCS + file, png);
          return png.length;
        }),
      );
      total += sizes.reduce((sum, size) => sum + size, 0);
      console.log(picture.name);
    }
  } finally {
    await camera.close();
    await page.close();
    await gallery.close();
  }
  for (const name of readdirSync(`${DOCS}gallery`)) {
    if (!files.has(`gallery/${name}`)) rmSync(`${DOCS}gallery/${name}`);
  }
  writeFileSync(`${DOCS}gallery.md`, cataloguePage(rooms));
  console.log(`${files.size} pictures, ${Math.round(total / 1024)} KB`);
}

const missing = cameraIsMissing();
if (missing !== undefined) {
  console.error(missing);
  process.exitCode = 1;
} else {
  mkdirSync(`${DOCS}gallery`, { recursive: true });
  const beginnings = process.argv.slice(2);
  await takePictures(beginnings.length > 0 ? beginnings : ['']);
}
