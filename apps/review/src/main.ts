process.stdout.write('topodiff review\n');
