namespace Networks.Web.Infrastructure;

/// <summary>
/// One process for one embedded database: an exclusive lock on a file beside it, which the system lets go when the
/// process ends, however it ends.
/// </summary>
internal static class SingleNode
{
    /// <exception cref="InstallationFaultException">Another process has the database open.</exception>
    public static IDisposable Hold(string databaseFile)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(databaseFile))!);
        try
        {
            return new FileStream(databaseFile + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new InstallationFaultException("commands.fault-second-node", databaseFile);
        }
    }
}
