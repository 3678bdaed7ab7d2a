using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.RecordNote;

/// <summary>What the form of a note needs: the network and its firms.</summary>
[Access(Right.CaseNote)]
public sealed record PrepareNote(CaseId CaseId) : IQuery<NoteForm>, ICaseRequest;

public sealed record NoteForm(string Network, IReadOnlyList<NoteFirm> Firms, DateOnly Today);

public sealed record NoteFirm(ParticipantId Participant, string Name);
