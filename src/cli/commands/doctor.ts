import type { DoctorFlags } from '../doctor/index.ts';
import { sharedOptions, type DefineCommand } from './command.ts';

export const doctorCommand: DefineCommand = (program, io, done) => {
  program
    .command('doctor')
    .description('tell what is wrong with an installation, and what to do about it')
    .option(...sharedOptions.config)
    .addHelpText('after', '\nExit codes: 0 all is well; 1 something is wrong.\n')
    .action(async (flags: DoctorFlags) => {
      const { doctor } = await import('../doctor/index.ts');
      done(await doctor(flags, io));
    });
};
