using Networks.Workflows.Documents;

namespace Networks.Workflows.Tests.Support;

/// <summary>The templates as they are shipped.</summary>
internal sealed class ShippedTemplates : ITemplates
{
    public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken) =>
        await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "templates", path), cancellationToken);
}
