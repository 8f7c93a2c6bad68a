# The words of the window, in Fluent (https://projectfluent.org). A key is named after the view that shows it.

## The folder's articles, at the left

folder-reading = Reading
folder-empty = No articles that can be read
folder-articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
folder-articles-coming =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    } · { $left } to be read
folder-faults =
    { $count ->
        [one] { $count } folder cannot be listed
       *[other] { $count } folders cannot be listed
    }
folder-fault = { $folder }: { $reason }
folder-itself = this folder
folder-not-listed = cannot list `{ $folder }`: { $reason }

## Their list

list-filter = Filter the articles
list-filter-hint = Filter
list-clear = Clear the filter
list-no-match = No article matches – clear the filter
list-some = { $some } of { $count } articles
list-sort = Sorted by { $order }
list-by-name = Name
list-by-title = Title
list-by-date = Date
list-by-unread = Unread
list-by-marks = Marks
list-by-needs-look = Needs a look
list-at-end = This is the last article of the list
list-at-start = This is the first article of the list
list-only-article = No other article is open

## A card for an article

card-not-opened = Cannot be opened: { $reason }
card-not-read = Cannot be read: { $reason }
card-marks = { $count } { $tag }
card-untagged =
    { $count ->
        [one] mark without a tag
       *[other] marks without a tag
    }
card-needs-look =
    { $count ->
        [one] { $count } needs a look
       *[other] { $count } need a look
    }
