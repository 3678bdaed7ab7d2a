using Networks.Workflows.Administration.Exports;

namespace Networks.Web.Infrastructure;

/// <summary>Exports in a folder beside the files, each under its id; all nodes share it as they share the files. A backup leaves it out.</summary>
internal sealed class DiskExportStore(string folder) : IExportStore
{
    public Task<Stream> CreateAsync(Guid export, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        return Task.FromResult<Stream>(new FileStream(PathOf(export), FileMode.Create, FileAccess.Write, FileShare.None));
    }

    public Task<Stream?> OpenAsync(Guid export, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(File.Exists(PathOf(export)) ? new FileStream(PathOf(export), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) : null);

    public Task DeleteAsync(Guid export, CancellationToken cancellationToken)
    {
        if (File.Exists(PathOf(export)))
        {
            File.Delete(PathOf(export));
        }

        return Task.CompletedTask;
    }

    private string PathOf(Guid export) => Path.Combine(folder, $"{export:N}.zip");
}
