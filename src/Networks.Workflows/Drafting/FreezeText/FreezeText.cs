using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.FreezeText;

/// <summary>
/// Makes the PDF of the final round and puts it into the file store, before the round opens: it takes seconds and must not
/// hold a transaction. Nothing names the file until then.
/// </summary>
/// <param name="OwnPdf">The officer's own PDF instead of the one that would be made; null has it made.</param>
/// <remarks>A version that was frozen before keeps its PDF: the same bytes are given again.</remarks>
[Access(Right.RoundManage)]
public sealed record FreezeText(CaseId CaseId, DraftId DraftId, byte[]? OwnPdf) : IQuery<StoredBytes>, ICaseRequest;
