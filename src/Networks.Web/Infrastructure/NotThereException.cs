namespace Networks.Web.Infrastructure;

/// <summary>Ends a page as if it did not exist. Not a fault: it is not logged, and the answer is 404.</summary>
internal sealed class NotThereException() : Exception("The page is not there for whoever asks.");
