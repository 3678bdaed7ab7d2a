using Networks.Workflows.Documents;

namespace Networks.Web.Infrastructure;

/// <summary>The templates that are shipped beside the executable.</summary>
internal sealed class FolderTemplates : ITemplates
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "templates");

    public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = Path.Combine(_folder, path);
        return File.Exists(file) ? await File.ReadAllBytesAsync(file, cancellationToken) : null;
    }
}
