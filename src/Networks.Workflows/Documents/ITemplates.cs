namespace Networks.Workflows.Documents;

/// <summary>The Word templates that the installation carries, one folder a template and one file a version.</summary>
public interface ITemplates
{
    /// <param name="path">E.g. <c>network-contract/v1.docx</c>.</param>
    /// <returns>Null when there is no such file.</returns>
    Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken);
}
