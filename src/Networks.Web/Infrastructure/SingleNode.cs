namespace Networks.Web.Infrastructure;

/// <summary>
/// One process for one embedded database: an exclusive lock on a file beside it, which the system lets go when the
/// process ends, however it ends.
/// </summary>
internal static class SingleNode
{
    // EWOULDBLOCK on Linux, ERROR_SHARING_VIOLATION on Windows.
    private static readonly int[] _taken = [11, unchecked((int)0x80070020)];

    /// <exception cref="InstallationFaultException">Another process has the database open, or its folder cannot be written.</exception>
    public static IDisposable Hold(string databaseFile)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(databaseFile))!);
            return new FileStream(databaseFile + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (_taken.Contains(e.HResult))
        {
            throw new InstallationFaultException("commands.fault-second-node", databaseFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallationFaultException("commands.fault-folder", Path.GetDirectoryName(Path.GetFullPath(databaseFile))!, e.Message);
        }
    }

    /// <summary>Whether a process has the database open now.</summary>
    public static bool IsHeld(string databaseFile)
    {
        try
        {
            using var lookedAt = new FileStream(databaseFile + ".lock", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return false;
        }
        catch (IOException e)
        {
            return _taken.Contains(e.HResult);
        }
    }
}
