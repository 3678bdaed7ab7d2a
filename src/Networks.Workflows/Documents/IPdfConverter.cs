using Networks.Workflows.Common;

namespace Networks.Workflows.Documents;

/// <summary>Makes the PDF that firms read and sign.</summary>
public interface IPdfConverter
{
    /// <summary>
    /// Takes seconds and runs outside the process: never inside a transaction. May be repeated; two runs over one file
    /// differ in bytes, so the result is stored once and never made again.
    /// </summary>
    /// <returns>
    /// The PDF, or <c>documents.no-pdf-converter</c>, <c>documents.pdf-conversion-slow</c>, <c>documents.pdf-conversion-failed</c>;
    /// after each of these the officer may upload a PDF of their own.
    /// </returns>
    Task<Result<byte[]>> ToPdfAsync(WordFile document, CancellationToken cancellationToken);
}
