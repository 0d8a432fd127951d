// The smallest program on several ranks; its start is compared with the C one of peers/c/empty.c.
DistArray.Mpi.MpiEnvironment.Run(args, _ => { });
