using System.Runtime.InteropServices;

namespace Networks.Web.Infrastructure;

/// <summary>Makes the name of a file durable: its bytes are flushed with the file, its name with the folder that holds it.</summary>
internal static class FolderFlush
{
    // What file systems without that notion answer (network shares).
    private const int Einval = 22;
    private const int Enotsup = 95;

    /// <summary>Flushes the folder; does nothing on Windows, where a folder cannot be flushed and a rename is in the journal.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(folder, 0);
        try
        {
            if ((handle < 0 || Fsync(handle) != 0) && Marshal.GetLastPInvokeError() is var error and not (Einval or Enotsup))
            {
                throw new IOException($"{folder}: {Marshal.GetPInvokeErrorMessage(error)}");
            }
        }
        finally
        {
            _ = handle >= 0 ? Close(handle) : 0;
        }
    }

#pragma warning disable SYSLIB1054, CA2101 // UTF-8 is said; generated marshalling would need unsafe code in the whole project
    [DllImport("libc", EntryPoint = "open", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
#pragma warning restore SYSLIB1054, CA2101
}
