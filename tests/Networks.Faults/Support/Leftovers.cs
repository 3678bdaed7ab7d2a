using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Networks.Faults.Support;

/// <summary>What this run started and made on the disk: gone when it ends, however it ends short of a kill.</summary>
internal static class Leftovers
{
    private static readonly ConcurrentDictionary<int, Process> _processes = new();
    private static readonly ConcurrentDictionary<string, bool> _folders = new();
    private static PosixSignalRegistration[] _told = [];
    private static volatile bool _over;

    public static void RemoveAtExit()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove();
        _told = [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, _ => Environment.Exit(143)))];
    }

    public static Process Track(Process process)
    {
        _processes[process.Id] = process;
        if (_over)
        {
            process.Kill(entireProcessTree: true);
        }

        return process;
    }

    public static void Forget(Process process) => _processes.TryRemove(process.Id, out _);

    /// <summary>A new temporary folder.</summary>
    public static string Folder(string prefix = "networks-faults-")
    {
        var folder = Directory.CreateTempSubdirectory(prefix).FullName;
        _folders[folder] = true;
        return folder;
    }

    public static void Delete(string folder)
    {
        if (_folders.TryRemove(folder, out _) && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Remove()
    {
        _over = true;
        foreach (var process in _processes.Values)
        {
            try
            {
                process.Kill(entireProcessTree: true);
            }
            catch (InvalidOperationException)
            {
                // It has ended.
            }
        }

        foreach (var folder in _folders.Keys)
        {
            try
            {
                Delete(folder);
            }
            catch (IOException)
            {
                // Something of it is still in use: the system clears its temporary folder.
            }
        }

        Array.ForEach(_told, signal => signal.Dispose());
    }
}
