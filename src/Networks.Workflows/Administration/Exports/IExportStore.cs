namespace Networks.Workflows.Administration.Exports;

/// <summary>Files that are there for some days only: unlike those of <c>IFileStore</c> they are deleted.</summary>
public interface IExportStore
{
    /// <summary>Empty, in the place of what an earlier try has left.</summary>
    /// <exception cref="IOException">There is no room, or the folder cannot be written.</exception>
    Task<Stream> CreateAsync(Guid export, CancellationToken cancellationToken);

    /// <returns>Null when it is not there.</returns>
    Task<Stream?> OpenAsync(Guid export, CancellationToken cancellationToken);

    /// <summary>What is not there is as good as deleted.</summary>
    Task DeleteAsync(Guid export, CancellationToken cancellationToken);
}
