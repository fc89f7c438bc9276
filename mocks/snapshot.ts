/** The demo's store is one database image in IndexedDB, replaced after each change. */
const name = 'headway-demo';
const table = 'images';

const openDatabase = (): Promise<IDBDatabase> =>
  new Promise((resolve, fail) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(table);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => fail(request.error);
  });

/** @returns the saved image, or undefined on the first visit */
export async function loadImage(): Promise<Uint8Array | undefined> {
  const db = await openDatabase();
  try {
    return await new Promise((resolve, fail) => {
      const request = db.transaction(table).objectStore(table).get('store');
      request.onsuccess = () => resolve(request.result as Uint8Array | undefined);
      request.onerror = () => fail(request.error);
    });
  } finally {
    db.close();
  }
}

/** Replaces the saved image. Resolves when the browser has stored it. */
export async function saveImage(bytes: Uint8Array): Promise<void> {
  const db = await openDatabase();
  try {
    await new Promise<void>((resolve, fail) => {
      const transaction = db.transaction(table, 'readwrite', { durability: 'strict' });
      transaction.objectStore(table).put(bytes, 'store');
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => fail(transaction.error);
    });
  } finally {
    db.close();
  }
}
