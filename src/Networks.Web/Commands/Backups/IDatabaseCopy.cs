using Networks.Data;

namespace Networks.Web.Commands.Backups;

/// <summary>How one kind of database is copied while others work with it, and put back.</summary>
internal interface IDatabaseCopy
{
    /// <summary>Writes a copy of one moment, and reads that same moment: whoever works meanwhile is in neither.</summary>
    Task<T> CopyToAsync<T>(string file, Func<NetworksDbContext, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>Opens what was copied, to prove it before it is put back; null where only the server can read its own copies.</summary>
    NetworksDbContext? Open(string file);

    /// <summary>Whether there is something that putting back would cover.</summary>
    Task<bool> HoldsAnythingAsync(CancellationToken cancellationToken);

    /// <summary>Puts a copy in the place of the database, whole or not at all.</summary>
    /// <param name="aside">Folder for what was there before, where that is a file.</param>
    Task PutBackAsync(string file, string aside, CancellationToken cancellationToken);
}
