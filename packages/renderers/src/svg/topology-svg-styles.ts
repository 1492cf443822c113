import { measures, sideWidth } from './measures.ts';

/** Style rules for pages that show drawn topologies: size, and colours for both themes. */
export const topologySvgStyles = `.topodiff-topology {
  display: block;
  width: 100%;
  height: auto;
  --topodiff-rank: #2563eb;
  --topodiff-shared: #b45309;
  --topodiff-stopped: #b91c1c;
}
.topodiff-sides-1 {
  max-width: ${Math.round(sideWidth * 1.15)}px;
}
.topodiff-sides-2 {
  max-width: ${Math.round((2 * sideWidth + measures.gutter) * 1.15)}px;
}
@media (prefers-color-scheme: dark) {
  .topodiff-topology {
    --topodiff-rank: #7aa7ff;
    --topodiff-shared: #f0b35a;
    --topodiff-stopped: #ff8f8f;
  }
}
`;
