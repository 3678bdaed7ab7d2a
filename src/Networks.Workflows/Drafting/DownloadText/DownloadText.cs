using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.DownloadText;

/// <summary>The text of the newest round as a file for a firm, by its current link.</summary>
/// <param name="Pdf">The frozen PDF; else the Word file. A working round has no PDF.</param>
[Access(Right.FirmAnswer)]
public sealed record DownloadText(CaseId CaseId, string Token, bool Pdf) : IQuery<DownloadedText>, ICaseRequest;

public sealed record DownloadedText(string Name, string ContentType, byte[] Bytes);
